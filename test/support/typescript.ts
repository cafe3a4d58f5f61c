/** What Node must be told to run TypeScript: before 22.18 it wants to be asked. */
export const typescript = process.features.typescript ? [] : ['--experimental-strip-types', '--no-warnings'];
