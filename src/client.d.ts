// What a template may import beside code, for TypeScript: `/// <reference types="cardstock-og/client" />`,
// or "types" in tsconfig.json. The loader of projects knows the same endings.

declare module '*.svg' {
  const dataUrl: string;
  export default dataUrl;
}
declare module '*.png' {
  const dataUrl: string;
  export default dataUrl;
}
declare module '*.jpg' {
  const dataUrl: string;
  export default dataUrl;
}
declare module '*.jpeg' {
  const dataUrl: string;
  export default dataUrl;
}
declare module '*.webp' {
  const dataUrl: string;
  export default dataUrl;
}
declare module '*.avif' {
  const dataUrl: string;
  export default dataUrl;
}
declare module '*.gif' {
  const dataUrl: string;
  export default dataUrl;
}
declare module '*.woff2' {
  const dataUrl: string;
  export default dataUrl;
}
declare module '*.woff' {
  const dataUrl: string;
  export default dataUrl;
}
declare module '*.ttf' {
  const dataUrl: string;
  export default dataUrl;
}
declare module '*.otf' {
  const dataUrl: string;
  export default dataUrl;
}
declare module '*?url' {
  const dataUrl: string;
  export default dataUrl;
}
declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>;
  export default classes;
}
declare module '*.css' {
  const text: string;
  export default text;
}
declare module '*?raw' {
  const text: string;
  export default text;
}
declare module '*?inline' {
  const text: string;
  export default text;
}
