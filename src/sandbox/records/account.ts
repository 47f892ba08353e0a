/** Everybody who was ever verified under one reference id. */
export interface Account {
  id: string;
  referenceId: string | null;
  createdAt: number;
}
