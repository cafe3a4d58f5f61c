const tiles: Readonly<Record<string, string>> = { light: '#ffffff', dark: '#16181d' };

/**
 * What a picture must lie on for all of it to be seen, whatever the card is printed on: a dark
 * logo on white, a white one on near black. Pictures of cards say so in their data URL; undefined
 * for one that covers its ground.
 */
export function tileOf(picture: string): string | undefined {
  const ground = /^data:image\/png;ground=(light|dark);/.exec(picture)?.[1];
  return ground && tiles[ground];
}
