/** What `init` did with a file. */
export interface InitStep {
  readonly file: string;
  /** `false` where it stays as it is. */
  readonly isNew: boolean;
  /** What was added to it, where it was there. */
  readonly what?: string;
  /** What is left for a person to do. */
  readonly todo?: string;
}
