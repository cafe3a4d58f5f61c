// Who may import whom; types count. `make lint` holds it.

/** The floors of src, lowest first. A file imports from its own floor and from those before it. */
const floors = [
  ['errors\\.ts$', 'anyone may fail, and all say so in the same words'],
  ['system/', 'networks, files and settings know nothing of cards'],
  ['card/(dialects|fonts|pictures|styles|words)/', 'what a card is made of does not know the card'],
  ['card/([^/]+$|(markup|props)/)', 'a document is complete before anybody photographs it'],
  [
    '(template|client\\.d|jsx-runtime|jsx-dev-runtime|lent/[^/]+)\\.ts$',
    'what templates are written with loads neither a browser nor a project',
  ],
  ['camera/(chromium/|settings\\.ts$)', 'a browser starts and ends, whatever it shows'],
  ['camera/page/', 'a page shows a document, whoever looks at it'],
  ['camera/encode/', 'an image leaves a page, whoever waits for it'],
  ['camera/[^/]+$', 'a queue and its browsers serve whoever has a document'],
  ['camera/lint/', 'looking at layouts is one use of the camera'],
  ['serve/([^/]+\\.ts$|url/)', 'what a URL may say is decided before anything is looked up'],
  ['serve/(cache|cloudinary)/', 'images are kept, whoever asked for them'],
  ['serve/(explain|fallback|http)/', 'requests are answered by whatever generator there is'],
  ['serve/', 'a server passes on what it hears, and so do others'],
  ['pictures/', 'pictures are kept, sized and taken in, whatever cards show them'],
  ['config\\.ts$', 'it puts the settings of the rooms together: none of them may know it'],
  ['cardstock\\.ts$', 'the generator knows of no site, of no project and of no command'],
  ['og(/|\\.ts$)', 'an element becomes an image, and knows of no site and of no project'],
  ['site/tags/', 'tags are made of values, wherever these were read'],
  ['site/read/', 'reading a page changes nothing'],
  ['site/survey/', 'a site is told from what its pages say, before any of them is judged'],
  ['site/judge/', 'a page is judged whatever becomes of it'],
  ['site/', 'a site is handled as one is told, and nothing is looked for in the working folder'],
  ['project/', 'a project is the same to its commands and its plugins'],
  ['aws/', 'a stack carries a project into an account, and changes nothing of it'],
  ['studio/', 'pictures for people, made when a person asks'],
  ['cli/', 'nobody calls the command line but a person'],
].map(([path, reason]) => ({ path: `^src/${path}`, reason }));

/** A template and its examples are one thing in two files: the examples have the type of its props. */
const pairs = '^templates/[^/]+\\.examples\\.ts$';

const door = '^src/index\\.ts$';
const paths = floors.map(({ path }) => path);

function forbid(name, from, to, comment) {
  return { name, comment, severity: 'error', from, to };
}

/** A path may also fit a floor further up: the first that it fits is its own. */
function upward({ path, reason }, index) {
  const from = { path, pathNot: paths.slice(0, index) };
  return forbid(path, from, { path: '^(src|functions)/', pathNot: paths.slice(0, index + 1) }, reason);
}

export default {
  forbidden: [
    ...floors.map(upward),
    forbid(
      'circle',
      {},
      { circular: true, viaOnly: { pathNot: pairs } },
      'two files that need each other are one, or three',
    ),
    forbid(
      'every file has a floor',
      { path: '^src/', pathNot: [...paths, door] },
      {},
      'a new room gets its line above',
    ),
    forbid(
      'the door is for guests',
      { path: '^src/' },
      { path: door },
      'whoever is in the house need not go out to come in',
    ),
    forbid(
      'shipped templates are for projects',
      { path: '^src/', pathNot: '^src/project/' },
      { path: '^templates/' },
      'any list of templates is as good',
    ),
    forbid(
      'templates are written as anybody would',
      { path: '^templates/' },
      { path: '^(src|functions)/', pathNot: '^src/template\\.ts$' },
      'what they need, others need as well',
    ),
    forbid(
      'parts know no template',
      { path: '^templates/parts/' },
      { path: '^templates/[^/]+$' },
      'they are for all of them',
    ),
    forbid(
      'templates load little',
      { path: '^src/template\\.ts$' },
      {
        path: '^src/',
        pathNot: ['^src/card/', '^src/(errors|system/(time-limit|nearest))\\.ts$'],
        reachable: true,
      },
      'a card needs neither a browser nor the network to be written',
    ),
    forbid(
      'help comes at once',
      { path: '^src/cli/((main|program|help-style)\\.ts$|commands/)' },
      {
        path: '^src/',
        pathNot: ['^src/errors\\.ts$', '^src/cli/((refuse-old-node|program|help-style)\\.ts$|commands/)'],
        dynamic: false,
        dependencyTypesNot: ['type-only'],
      },
      'a command is loaded when it is called',
    ),
    forbid(
      'cdk is for the stack',
      { path: '^src/', pathNot: '^src/aws/(stack/|index\\.ts$)' },
      { path: ['^src/aws/(stack/|index\\.ts$)', 'node_modules/(aws-cdk-lib|constructs)/'] },
      'it is large, and only whoever deploys has it',
    ),
    forbid(
      'functions are guests',
      { path: '^functions/' },
      { path: '^src/', pathNot: door },
      'they do what anybody can do with the package',
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
  },
};
