/**
 * A Persona that makes inquiries, `inq_1` first, and shows each by its id; its list is empty, and nothing ever happens
 * to them. Several in one database have `names` of their own.
 */
export function stubPersona(names = 'inq_'): typeof fetch {
  let made = 0;
  const inquiry = (id: string) => ({ id, attributes: { status: 'created', 'created-at': '2026-11-20T08:00:00.000Z' } });
  return async (input, init) => {
    if (init?.method === 'POST') {
      made += 1;
      return Response.json({ data: inquiry(`${names}${made}`) }, { status: 201 });
    }
    const [, id] = /\/inquiries\/(inq_\w+)$/.exec(String(input)) ?? [];
    return Response.json({ data: id ? inquiry(id) : [] });
  };
}
