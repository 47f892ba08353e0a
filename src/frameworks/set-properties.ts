/** What an element said for itself before a framework set it, by property name. */
const untouched = new WeakMap<object, Map<string, unknown>>();

/**
 * Sets what a component was given on its element, all before the element's next update. What it is no longer given is
 * again what it was at first.
 */
export function setProperties<Name extends string>(
  element: Partial<Record<Name, unknown>>,
  names: readonly Name[],
  given: Partial<Record<Name, unknown>>,
): void {
  const before = untouched.get(element) ?? new Map<string, unknown>();
  untouched.set(element, before);
  for (const name of names) {
    const value = given[name];
    if (value === undefined) {
      if (before.has(name)) element[name] = before.get(name) as never;
      continue;
    }
    if (!before.has(name)) before.set(name, element[name]);
    element[name] = value as never;
  }
}
