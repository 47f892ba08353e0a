/** The first answer to a request, given again to its repetitions. */
export interface SavedAnswer {
  fingerprint: string;
  status: number;
  body: string;
  savedAt: number;
}
