/** A Persona that makes inquiries and shows each by its id; its list is empty, and nothing ever happens to them. */
export function stubPersona(): typeof fetch {
  let made = 0;
  const inquiry = (id: string) => ({ id, attributes: { status: 'created', 'created-at': '2026-11-20T08:00:00.000Z' } });
  return async (input, init) => {
    if (init?.method === 'POST') {
      made += 1;
      return Response.json({ data: inquiry(`inq_${made}`) }, { status: 201 });
    }
    const [, id] = /\/inquiries\/(inq_\w+)$/.exec(String(input)) ?? [];
    return Response.json({ data: id ? inquiry(id) : [] });
  };
}
