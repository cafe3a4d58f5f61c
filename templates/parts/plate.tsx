import { css } from '../../src/template.ts';
import { Picture } from './picture.tsx';

/** The picture of a post from edge to edge: beside the words, or above them. */
export function Plate({ picture }: { picture: string | undefined }) {
  if (!picture) return null;
  return (
    <figure class="plate">
      <Picture source={picture} />
    </figure>
  );
}

export const plateCss = css`
  .plate {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 0;
    width: 36%;
  }
  .plate img {
    display: block;
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  .plate .see-through {
    padding: 12%;
    object-fit: contain;
  }
  main:has(.plate) {
    position: relative;
    padding-inline-end: calc(36vw + 3.5rem);
  }
  @media (max-aspect-ratio: 1/1) {
    .plate {
      inset: 0 0 auto;
      width: 100%;
      height: 40%;
    }
    main:has(.plate) {
      padding: calc(40vh + 2.75rem) 4.5rem 3.5rem;
      gap: 2rem;
    }
  }
`;
