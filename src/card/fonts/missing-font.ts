/** A family that a stylesheet names and nobody has declared. */
export interface MissingFont {
  readonly family: string;
  /** What its words are set in. */
  readonly standIn: string;
}

/** For its author, who takes another name or declares this one. */
export function describeMissingFont({ family, standIn }: MissingFont): string {
  return `the font "${family}" is not among the fonts of its template: its words are set in ${standIn}`;
}
