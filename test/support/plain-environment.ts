/** What a CI or a terminal says of itself changes the words of the tools that tests start. */
const ofMachines =
  /^(?:CI|GITHUB_\w+|VERCEL\w*|NETLIFY\w*|DEPLOY_\w+|CF_PAGES\w*|RENDER\w*|FORCE_COLOR|NO_COLOR|DEBUG|NODE_OPTIONS|SOURCE_DATE_EPOCH)$/;
/** Settings of whoever runs the tests; which browser there is, is theirs to say. */
const ofSettings =
  /^(?:OG_\w+|AWS_\w+|CLOUDINARY_\w+|CARDSTOCK_(?!STORE$|CHROME$|BROWSER_FOLDER$)\w+|PORT|URL|SITE_ID|XDG_CACHE_HOME)$/;

for (const name of Object.keys(process.env)) {
  if (ofMachines.test(name) || ofSettings.test(name)) delete process.env[name];
}
