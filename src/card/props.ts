/** Props: what a template's schema says of them, and what is made of what a request says. */
export { type CheckedProps, checkProps } from './props/check.ts';
export { describeProps, type PropDescription } from './props/description.ts';
export { leavesOf, picturesOf, wordsOf } from './props/leaves.ts';
export { mapPictures } from './props/map-pictures.ts';
export { readProps } from './props/read.ts';
export { type InputProps, type Primitive, pathName, type PropValue, type RawProps } from './props/values.ts';
