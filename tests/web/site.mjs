import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { offlineList } from "../../scripts/lib/offline_list.mjs";
import { serve } from "../../scripts/lib/serve.mjs";

/** Worth keeping for ten minutes, as many a host says of every file. */
const headers = { "Cache-Control": "max-age=600" };

/**
 * A site of which two versions exist, "first" and "second": the built one with its mark on the page, in its script, its
 * style and a catalog that is loaded late. `deploy` puts one there whole; with `only`, those of its files alone.
 */
export async function siteOfTwoVersions() {
  const folder = await mkdtemp(join(tmpdir(), "planshift-site-"));
  const versions = { first: join(folder, "first"), second: join(folder, "second") };
  for (const [mark, path] of Object.entries(versions)) await makeVersion(path, mark);
  const served = join(folder, "served");
  await cp(versions.first, served, { recursive: true });
  const server = await serve(served, 0);
  server.prependListener("request", (_, response) => {
    const { writeHead } = response;
    response.writeHead = (status, own) => writeHead.call(response, status, { ...own, ...headers });
  });
  const { port } = server.address();

  return {
    served,
    // A name of this machine that is not one of those on which nothing is kept.
    address: `http://planshift.localhost:${port}/`,
    loopback: `http://127.0.0.1:${port}/`,
    deploy: async (mark, { only } = {}) => {
      if (!only) return cp(versions[mark], served, { recursive: true });
      for (const path of only) await cp(join(versions[mark], path), join(served, path));
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
    remove: () => rm(folder, { recursive: true }),
  };
}

async function makeVersion(folder, mark) {
  await cp(new URL(`../../${process.env.PLANSHIFT_SITE ?? "dist/web"}`, import.meta.url), folder, { recursive: true });
  const change = async (path, written) => {
    const file = join(folder, path);
    await writeFile(file, written(await readFile(file, "utf8")));
  };
  await change("index.html", (text) => text.replace("<body>", `<body data-version="${mark}">`));
  await change("main.js", (text) => `globalThis.versionOfScript="${mark}";${text}`);
  await change("styles.css", (text) => `${text}:root{--version:${mark}}`);
  await change("catalogs/client-portal.json", (text) => JSON.stringify({ ...JSON.parse(text), name: mark }));
  await writeFile(join(folder, "files.js"), await offlineList(folder));
}
