// Which methods of an SDK's resources are called from outside, and which there are.

/** The resource, and those that hang on it, with every call noted in `called` by its dotted name. */
export function observed(resource, name, called) {
  return new Proxy(resource, {
    get(target, key) {
      const value = target[key];
      if (isResource(value)) return observed(value, `${name}.${key}`, called);
      if (typeof value !== "function") return value;
      // What a method calls in its turn is not noted: it is called on the resource itself.
      return (...args) => {
        called.add(`${name}.${key}`);
        return value.apply(target, args);
      };
    },
  });
}

/** The dotted names of all methods that the resource, and those that hang on it, have. */
export function methodsOf(resource, name) {
  const own = Object.getOwnPropertyNames(Object.getPrototypeOf(resource))
    .filter((key) => key !== "constructor" && !key.startsWith("_"))
    .map((key) => `${name}.${key}`);
  const below = Object.entries(resource)
    .filter(([, value]) => isResource(value))
    .flatMap(([key, value]) => methodsOf(value, `${name}.${key}`));
  return [...own, ...below];
}

/** They hold the client that sends their requests, which is no resource itself. */
function isResource(value) {
  return value !== null && typeof value === "object" && "_client" in value;
}
