/** Who has done something. */
export interface Actor {
  type: 'user' | 'workflow-run';
  id: string;
}

/** The person behind the API key and the console, who has no name here. */
export const someUser: Actor = { type: 'user', id: 'user_sandbox' };
