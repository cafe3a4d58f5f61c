export { onPostBuild, onPreBuild } from '../../../dist/src/wrappers/netlify.js';
