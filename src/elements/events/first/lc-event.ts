/** A bubbling, composed event whose `detail` is frozen and holds no personal data. */
export abstract class LcEvent<Detail extends object> extends Event {
  /** What happened; read-only. */
  readonly detail: Readonly<Detail>;

  constructor(type: string, detail: Detail) {
    super(type, { bubbles: true, composed: true });
    this.detail = Object.freeze(detail);
  }
}
