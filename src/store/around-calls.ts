/** Wraps every method of a store in the same way. */

/** The same object, of which each call of a method goes through `around`, with the method's name. */
export function aroundCalls<T extends object>(
  wrapped: T,
  around: (call: () => Promise<unknown>, name: string) => Promise<unknown>,
): T {
  const known = new Map<PropertyKey, unknown>();
  return new Proxy(wrapped, {
    get(target, key) {
      if (known.has(key)) return known.get(key);
      const method: unknown = Reflect.get(target, key);
      if (typeof method !== 'function') return method;
      const called = (...given: unknown[]) =>
        around(async () => Reflect.apply(method, target, given), String(key));
      known.set(key, called);
      return called;
    },
  });
}
