import type { VNode } from 'preact';
import type { PlatformName } from '../../../site/doctor/platforms.ts';

/** What a platform has of a page: its picture and its words. */
export interface Preview {
  readonly image: { readonly url: string; readonly width: number; readonly height: number };
  readonly title: string;
  readonly description: string;
  readonly site: string;
  readonly host: string;
}

/** How one platform shows it. */
export interface PlatformFrame {
  readonly name: PlatformName;
  readonly label: string;
  readonly Frame: (preview: Preview) => VNode;
}
