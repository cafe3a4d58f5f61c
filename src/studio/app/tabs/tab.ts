import type { VNode } from 'preact';

/** One of the panels below the card. */
export interface Tab {
  /** In the address. */
  readonly id: string;
  readonly label: string;
  readonly Panel: () => VNode | null;
}
