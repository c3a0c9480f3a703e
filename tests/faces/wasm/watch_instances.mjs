/**
 * Calls `made` with the memory of every instance of the module from now on, until what is given back is called. The only
 * way to see an instance from outside is to watch it being made.
 */
export function watchInstances(made) {
  const { Instance } = globalThis.WebAssembly;
  globalThis.WebAssembly.Instance = new Proxy(Instance, {
    construct(target, parameters) {
      const instance = Reflect.construct(target, parameters);
      made(Object.values(instance.exports).find((value) => value instanceof WebAssembly.Memory));
      return instance;
    },
  });
  return () => {
    globalThis.WebAssembly.Instance = Instance;
  };
}
