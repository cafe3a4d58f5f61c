export { onPostBuild, onPreBuild } from '../../../../dist/src/project/wrappers/netlify.js';
