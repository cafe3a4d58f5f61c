// A browser that is open would outlive the server.
export default defineNitroPlugin((nitro) => {
  nitro.hooks.hook('close', () => cardstock.close());
});
