import { css } from '../../src/template.ts';
import { Picture } from './picture.tsx';
import { Sleeve, sleeveCss } from './sleeve.tsx';

export interface CoverProps {
  /** A data URL; without one a sleeve is drawn. */
  readonly picture?: string | undefined;
  /** Decides how the sleeve is drawn: what has the same words has the same sleeve. */
  readonly words: string;
  readonly kind: 'audio' | 'video';
}

/** The picture of something to hear or see, filling its box; a film has its shape and the mark to play it. */
export function Cover({ picture, words, kind }: CoverProps) {
  const isVideo = kind === 'video';
  return (
    <figure class={isVideo ? 'cover film' : 'cover'}>
      {picture ? <Picture source={picture} /> : <Sleeve words={words} isCentred={isVideo} />}
      {isVideo && <PlayMark />}
    </figure>
  );
}

export const coverCss = css`
  ${sleeveCss}
  .cover {
    position: relative;
    overflow: hidden;
    background: #0b0b0e;
  }
  .cover img {
    display: block;
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  /* A mark is shown as it is, and not from edge to edge. */
  img.see-through {
    padding: 12%;
    object-fit: contain;
  }
  .film img {
    position: absolute;
    inset-block: 0;
    height: auto;
    margin-block: auto;
    aspect-ratio: 16 / 9;
  }
  .play {
    position: absolute;
    inset: 0;
    width: 6.5rem;
    height: 6.5rem;
    margin: auto;
    fill: #16151a;
    background: #fffdf8;
    border-radius: 50%;
  }
`;

/** Its triangle stands a little to the right of the middle, where the eye sees the middle. */
function PlayMark() {
  return (
    <svg class="play" viewBox="0 0 104 104" aria-hidden="true">
      <path d="M39 33.5c0-2.3 2.5-3.7 4.5-2.5l32 18.5a3 3 0 0 1 0 5l-32 18.5c-2 1.2-4.5-.2-4.5-2.5Z" />
    </svg>
  );
}
