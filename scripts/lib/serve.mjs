// A static web server for one folder, on loopback: node scripts/lib/serve.mjs FOLDER PORT
// It sends the headers that the page needs in production too, so that what works here works there.
import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import { extname, join, normalize, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

const types = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

const headers = {
  "Content-Security-Policy": [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "connect-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types planshift",
  ].join("; "),
  "Cache-Control": "no-cache",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

/** Serves `folder` on 127.0.0.1; port 0 takes any free one. Resolves to the server once it listens. */
export function serve(folder, port) {
  const root = resolve(folder);
  const compressed = new Map(); // path → { modified, body }

  async function fileAt(url) {
    const path = join(root, normalize(decodeURIComponent(new URL(url, "http://localhost").pathname)));
    if (path !== root && !path.startsWith(root + sep)) return null;
    const found = await stat(path).catch(() => null);
    if (!found) return null;
    return found.isDirectory() ? join(path, "index.html") : path;
  }

  async function brotli(path, body) {
    const modified = (await stat(path)).mtimeMs;
    const known = compressed.get(path);
    if (known?.modified === modified) return known.body;
    const smaller = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: body.length } });
    compressed.set(path, { modified, body: smaller });
    return smaller;
  }

  const server = createServer(async (request, response) => {
    try {
      if (request.method !== "GET" && request.method !== "HEAD") return end(405, "Only GET is answered here.\n");
      const path = await fileAt(request.url);
      const file = path && (await readFile(path).catch(() => null));
      if (!file) return end(404, "There is no such file.\n");
      const takesBrotli = /\bbr\b/.test(request.headers["accept-encoding"] ?? "");
      const body = takesBrotli ? await brotli(path, file) : file;
      end(200, body, {
        "Content-Type": types[extname(path)] ?? "application/octet-stream",
        Vary: "Accept-Encoding",
        ...(takesBrotli && { "Content-Encoding": "br" }),
      });
    } catch {
      end(400, "That is not an address of this site.\n");
    }

    function end(status, body, more = { "Content-Type": types[".txt"] }) {
      response.writeHead(status, { ...headers, ...more, "Content-Length": Buffer.byteLength(body) });
      response.end(request.method === "HEAD" ? undefined : body);
    }
  });
  return new Promise((listening, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", () => listening(server));
  });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder, port] = process.argv.slice(2);
  if (!/^\d{1,5}$/.test(port ?? "") || Number(port) > 65535) {
    console.error(`serve: the port is a number up to 65535; found ${port}`);
    process.exit(2);
  }
  try {
    const server = await serve(folder, Number(port));
    console.log(`Planshift is at http://127.0.0.1:${server.address().port}/ (stop with Ctrl+C)`);
  } catch (error) {
    const reason = error.code === "EADDRINUSE" ? `port ${port} is taken; choose another with --port` : error.message;
    console.error(`serve: ${reason}`);
    process.exit(1);
  }
}
