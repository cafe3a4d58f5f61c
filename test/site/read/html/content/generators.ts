/** One small page in the markup of each generator, and what it tells. */
export interface GeneratorPage {
  readonly generator: string;
  readonly html: string;
  readonly tells: Readonly<Record<string, unknown>>;
}

const prose = 'A lamp that hangs low draws fewer moths than one that hangs high.';
const more = 'It also costs no more, which is why most gardens have one of them.';

export const manuals: readonly GeneratorPage[] = [
  {
    generator: 'Sphinx, alabaster',
    html: `<div class="document"><div class="documentwrapper"><div class="bodywrapper"><div class="body" role="main">
      <section id="lamps"><h1>Lamps<a class="headerlink" href="#lamps" title="Link to this heading">¶</a></h1>
      <div class="admonition note"><p class="admonition-title">Note</p><p>${more} No.</p></div>
      <p>${prose}<a class="footnote-reference brackets" href="#id2" role="doc-noteref">1</a></p>
      <section><h2>Hanging<a class="headerlink" href="#hanging">¶</a></h2><p>${more}</p></section></section></div></div></div>
      <div class="sphinxsidebar" role="navigation"><h3>Navigation</h3><p>${more} No.</p></div></div>`,
    tells: { heading: 'Lamps', paragraphs: [prose, more], outline: ['Hanging'] },
  },
  {
    generator: 'Sphinx, Read the Docs',
    html: `<nav class="wy-nav-side"><p class="caption" role="heading"><span class="caption-text">Contents</span></p></nav>
      <div class="rst-content"><div role="navigation" aria-label="Page navigation"><ul class="wy-breadcrumbs">
      <li><a href="../index.html" class="icon icon-home" aria-label="Home"></a></li>
      <li class="breadcrumb-item"><a href="index.html">Garden</a></li><li class="breadcrumb-item active">Lamps</li>
      <li class="wy-breadcrumbs-aside"><a href="../_sources/a.rst.txt" hidden> View page source</a></li></ul></div>
      <div role="main" class="document"><h1>Lamps</h1><p>${prose}</p></div></div>`,
    tells: { breadcrumbs: ['Garden', 'Lamps'], paragraphs: [prose] },
  },
  {
    generator: 'Sphinx, furo',
    html: `<div class="page"><aside class="sidebar-drawer"><a class="sidebar-brand">Garden</a></aside><div class="main"><div class="content">
      <div class="article-container"><div class="content-icon-container"><a class="muted-link">Edit</a></div>
      <article role="main"><section><h1>Lamps</h1><p>${prose}</p></section></article></div><footer><p>${more} No.</p></footer></div>
      <aside class="toc-drawer"><div class="toc-title-container"><span class="toc-title">On this page</span></div></aside></div></div>`,
    tells: { heading: 'Lamps', paragraphs: [prose], structure: { hasSidebar: true, hasArticle: true } },
  },
  {
    generator: 'MkDocs Material',
    html: `<header class="md-header"><form class="md-search__form" name="search"><input name="query"></form></header><main class="md-main">
      <nav class="md-nav md-nav--primary"><ul><li><a href=".">Lamps</a></li></ul></nav><div class="md-content"><nav class="md-path" aria-label="Navigation">
      <ol class="md-path__list"><li class="md-path__item"><a href=".." class="md-path__link"><span class="md-ellipsis">Garden</span></a></li></ol></nav>
      <article class="md-content__inner"><a href="e" class="md-content__button" title="Edit this page"><svg></svg></a><h1 id="lamps">Lamps<a class="headerlink" href="#lamps">&para;</a></h1>
      <p>${prose}</p><h2>Hanging</h2></article></div></main>`,
    tells: { heading: 'Lamps', breadcrumbs: ['Garden'], paragraphs: [prose], outline: ['Hanging'] },
  },
  {
    generator: 'Docusaurus',
    html: `<div role="region" aria-label="Skip to main content"><a href="#c">Skip to main content</a></div><div class="main-wrapper"><aside class="theme-doc-sidebar-container"><ul class="menu__list"><li><a>Lamps</a></li></ul></aside>
      <main><article><nav class="theme-doc-breadcrumbs breadcrumbsContainer_Z_bl" aria-label="Breadcrumbs"><ul class="breadcrumbs">
      <li class="breadcrumbs__item"><a aria-label="Home page" class="breadcrumbs__link" href="/"><svg></svg></a></li><li class="breadcrumbs__item"><span class="breadcrumbs__link">Garden</span></li>
      <li class="breadcrumbs__item breadcrumbs__item--active"><span class="breadcrumbs__link">Lamps</span></li></ul></nav>
      <div class="tocCollapsible_ETCw"><button>On this page</button></div><div class="theme-doc-markdown markdown"><header><h1>Lamps</h1></header><p>${prose}</p>
      <h2 class="anchor">Hanging<a href="#h" class="hash-link" aria-label="Direct link to Hanging">&#8203;</a></h2></div></article></main></div>`,
    tells: { breadcrumbs: ['Garden', 'Lamps'], paragraphs: [prose], outline: ['Hanging'] },
  },
  {
    generator: 'VitePress',
    html: `<div id="app"><div class="Layout"><span tabindex="-1"></span><a href="#VPContent" class="VPSkipLink visually-hidden"> Skip to content </a><aside class="VPSidebar"><section><h2 class="text">Garden</h2></section></aside>
      <div class="VPContent has-sidebar" id="VPContent"><div class="VPDoc has-sidebar has-aside"><div class="content"><main class="main"><div class="vp-doc"><h1 id="lamps" tabindex="-1">Lamps <a class="header-anchor" href="#lamps" aria-label="Permalink to “Lamps”">&#8203;</a></h1>
      <div class="tip custom-block"><p class="custom-block-title">TIP</p></div><p>${prose}</p></div></main><footer class="VPDocFooter"><p>Last updated: 3 May 2026, 11:40, by the gardener herself</p></footer></div></div></div></div></div>`,
    tells: { heading: 'Lamps', paragraphs: [prose], outline: [] },
  },
  {
    generator: 'mdBook',
    html: `<nav id="sidebar" class="sidebar" aria-label="Table of contents"></nav><div id="mdbook-help-container"><h2 class="mdbook-help-title">Keyboard shortcuts</h2><p>Press <kbd>←</kbd> or <kbd>→</kbd> to navigate between chapters</p></div>
      <div id="menu-bar"><h1 class="menu-title">The Garden Book</h1></div><div id="content" class="content"><main><h1 id="lamps"><a class="header" href="#lamps">Lamps</a></h1><p>${prose}</p></main>
      <nav class="nav-wrapper"><a rel="next prefetch" href="b.html">Next</a></nav></div>`,
    tells: { heading: 'Lamps', banner: 'The Garden Book', paragraphs: [prose] },
  },
  {
    generator: 'rustdoc',
    html: `<nav class="sidebar"><div class="sidebar-crate"><h2><a href="../index.html">garden</a></h2></div></nav><main><section id="main-content" class="content"><div class="main-heading"><div class="rustdoc-breadcrumbs"><a href="../index.html">garden</a>::<wbr><a href="index.html">light</a></div>
      <h1>Struct <span class="struct">Lamp</span>&nbsp;<button id="copy-path" title="Copy item path to clipboard">Copy item path</button></h1></div><pre class="rust item-decl"><code>pub struct Lamp;</code></pre>
      <details class="toggle top-doc" open><summary class="hideme"><span>Expand description</span></summary><div class="docblock"><p>${prose}</p></div></details><h2 class="section-header">Implementations<a href="#i" class="anchor">§</a></h2></section></main>`,
    tells: {
      heading: 'Struct Lamp',
      breadcrumbs: ['garden', 'light'],
      paragraphs: [prose],
      outline: ['Implementations'],
    },
  },
  {
    generator: 'javadoc',
    html: `<div class="flex-content"><main role="main"><div class="header"><div class="sub-title"><span class="package-label-in-type">Package</span>&nbsp;<a href="p.html">garden.light</a></div><h1 title="Class Lamp" class="title">Class Lamp</h1></div>
      <section class="class-description"><div class="type-signature"><span class="modifiers">public class </span>Lamp</div><div class="block">${prose}</div></section><section><h2>Method Summary</h2></section></main></div>`,
    tells: { heading: 'Class Lamp', paragraphs: [prose], outline: ['Method Summary'] },
  },
  {
    generator: 'Dokka',
    html: `<div id="main"><div class="main-content" data-page-type="classlike"><div class="breadcrumbs"><a href="../index.html">lantern</a><span class="delimiter">/</span><a href="index.html">garden.light</a><span class="delimiter">/</span><span class="current">Lamp</span></div>
      <div class="cover "><h1 class="cover"><span>Lamp</span></h1><div class="platform-hinted"><p class="paragraph">${prose}</p></div></div></div></div>`,
    tells: { heading: 'Lamp', breadcrumbs: ['lantern', 'garden.light', 'Lamp'], paragraphs: [prose] },
  },
  {
    generator: 'TypeDoc',
    html: `<div class="container container-main"><div class="col-content"><div class="tsd-page-title"><ul class="tsd-breadcrumb" aria-label="Breadcrumb"><li><a href="../modules.html">lantern</a></li><li><a href="" aria-current="page">Lamp</a></li></ul><h1>Class Lamp</h1></div>
      <section class="tsd-panel tsd-comment"><div class="tsd-comment tsd-typography"><p>${prose}</p></div></section></div><div class="col-sidebar"><nav class="tsd-navigation"></nav></div></div>`,
    tells: { heading: 'Class Lamp', breadcrumbs: ['lantern', 'Lamp'], paragraphs: [prose] },
  },
  {
    generator: 'Haddock',
    html: `<div id="package-header"><span class="caption">lantern-2.0: lamps for gardens</span></div><div id="content"><div id="module-header"><table class="info"><tr><th>Safe Haskell</th><td>Safe</td></tr></table><p class="caption">Data.Lamp</p></div>
      <div id="description"><div class="doc"><p>${prose}</p></div></div><div id="interface"><h1>Documentation</h1></div></div>`,
    tells: { heading: 'Data.Lamp', paragraphs: [prose] },
  },
  {
    generator: 'Doxygen',
    html: `<div id="top"><div id="projectname">Lantern</div></div><div id="nav-path" class="navpath"><ul><li class="navelem"><a class="el" href="n.html">garden</a></li><li class="navelem"><a class="el" href="l.html">Lamp</a></li></ul></div>
      <div class="header"><div class="headertitle"><div class="title">garden::Lamp Class Reference</div></div></div><div class="contents"><p>${prose} <a href="#details">More...</a></p><h2 class="groupheader">Detailed Description</h2><div class="textblock"><p>${more}</p></div><div class="fragment"><div class="line">lamp.light(); // ${more} No.</div></div></div>`,
    tells: {
      heading: 'garden::Lamp Class Reference',
      breadcrumbs: ['garden', 'Lamp'],
      paragraphs: [`${prose} More...`, more],
    },
  },
  {
    generator: 'Publican',
    html: `<body><p id="title"><a class="left" href="https://x.example/"><strong>${more} No.</strong></a></p><ul class="docnav top"><li class="previous"><a href="a.html"><strong>Prev</strong></a></li></ul>
      <div class="section"><div class="titlepage"><div><div><h2 class="title"><a id="s"></a>4.2. Lamps</h2></div></div></div><div class="para">${prose}</div><div class="section"><h3 class="title">4.2.1. Hanging</h3><div class="para">${more}</div></div></div></body>`,
    tells: { heading: '4.2. Lamps', paragraphs: [prose, more], outline: ['4.2.1. Hanging'] },
  },
  {
    generator: 'Texinfo',
    html: `<body lang="en"><div class="section-level-extent" id="Lamps"><div class="nav-panel"><p>Next: <a href="b.html" accesskey="n" rel="next">Oil</a>, Up: <a href="index.html" accesskey="u" rel="up">The Garden Manual</a> &nbsp; [<a href="toc.html" rel="contents">Contents</a>]</p></div>
      <h3 class="section" id="Lamps-1"><span>2.1 Lamps<a class="copiable-link" href="#Lamps-1"> &para;</a></span></h3><p>${prose}</p></div></body>`,
    tells: {
      heading: '2.1 Lamps',
      paragraphs: [prose],
      innerLanguage: 'en',
      links: [{ title: 'Oil' }, { rel: ['up'], title: 'The Garden Manual' }, {}],
    },
  },
  {
    generator: 'Asciidoctor',
    html: `<div id="header"><h1>Lamps</h1><div class="details"><span id="author" class="author">Ida Lewis</span><br><span id="revdate">2026-05-03</span></div><div id="toc" class="toc"><div id="toctitle">Table of Contents</div></div></div>
      <div id="content"><div id="preamble"><div class="sectionbody"><div class="paragraph"><p>${prose}</p></div></div></div><div class="sect1"><h2 id="_h">Hanging</h2></div></div>`,
    tells: {
      heading: 'Lamps',
      bylines: ['Ida Lewis'],
      paragraphs: [prose],
      outline: ['Hanging'],
      structure: { hasTableOfContents: true },
    },
  },
  {
    generator: 'Quarto',
    html: `<header id="title-block-header" class="quarto-title-block default"><nav class="quarto-page-breadcrumbs quarto-title-breadcrumbs" aria-label="breadcrumb"><ol class="breadcrumb"><li class="breadcrumb-item"><a href="./i.html">Garden</a></li><li class="breadcrumb-item"><a href="./l.html"><span class="chapter-number">3</span>&nbsp;<span class="chapter-title">Lamps</span></a></li></ol></nav>
      <div class="quarto-title"><h1 class="title"><span class="chapter-number">3</span>&nbsp;<span class="chapter-title">Lamps</span></h1></div></header><main class="content" id="quarto-document-content"><p>${prose}</p></main>`,
    tells: { breadcrumbs: ['Garden', '3\u00a0Lamps'], paragraphs: [prose] },
  },
  {
    generator: 'LDoc, whose first heading is in its menu',
    html: `<div id="container"><div id="main"><div id="navigation"><h1>Garden</h1><h2>Libraries</h2><ul><li><a href="a.html">garden.light</a></li></ul></div>
      <div id="content"><h1>Module <code>garden.lamp</code></h1><p>${prose}</p><h2><a href="#Functions">Functions</a></h2></div></div></div>`,
    tells: {
      heading: 'Module garden.lamp',
      banner: 'Garden',
      paragraphs: [prose],
      outline: ['Functions'],
    },
  },
  {
    generator: 'LDoc, whose only heading is in its menu',
    html: `<div id="navigation"><h1>Garden</h1><h2>Libraries</h2></div><div id="content"><p>${prose}</p></div>`,
    tells: { heading: undefined, banner: 'Garden', paragraphs: [prose] },
  },
  {
    generator: 'Codox, whose first heading leads home',
    html: `<div id="header"><h2>Generated by <a href="https://example.com">Codox</a></h2><h1><a href="index.html"><span class="project-title">Garden 1.5.1</span></a></h1></div>
      <div class="sidebar primary"><h3><a href="index.html">Project</a></h3></div><div class="namespace-docs" id="content"><h1 class="anchor" id="top">garden.lamp</h1><div class="doc"><p>${prose}</p></div></div>`,
    tells: { heading: 'garden.lamp', banner: 'Garden 1.5.1', paragraphs: [prose] },
  },
  {
    generator: 'phpDocumentor, whose page has a second heading',
    html: `<header class="phpdocumentor-header"><h1 class="phpdocumentor-title"><a href="" class="phpdocumentor-title__link">Garden</a></h1></header>
      <aside class="phpdocumentor-sidebar"><h2 class="phpdocumentor-sidebar__category-header">Namespaces</h2></aside>
      <div class="phpdocumentor-content"><article><h2 class="phpdocumentor-content__title">Lamp</h2><p class="phpdocumentor-summary">${prose}</p></article></div>`,
    tells: { heading: 'Lamp', banner: 'Garden', paragraphs: [prose] },
  },
  {
    generator: 'Pandoc, whose parts are headings of the first rank',
    html: `<header id="title-block-header"><h1 class="title">Lamps</h1></header><h1 id="hanging">Hanging</h1><p>${prose}</p>`,
    tells: { heading: 'Lamps', paragraphs: [prose] },
  },
  {
    generator: 'a manual page',
    html: `<div class="toplang"><p><span>Available Languages: </span><a href="../en/a.html">&nbsp;en&nbsp;</a> | <a href="../es/a.html">&nbsp;es&nbsp;</a> | <a>&nbsp;fr&nbsp;</a></p></div><h1>Lamps</h1><p><span>Languages: </span><a>en</a> | <a>es</a> | <a>fr</a> | <a>ja</a></p><p>${prose}</p>`,
    tells: { paragraphs: [prose] },
  },
];

export const blogs: readonly GeneratorPage[] = [
  {
    generator: 'Pelican, whose first heading is the site',
    html: `<body id="index"><header id="banner"><h1><a href="/">Night Garden</a></h1></header>
      <section id="content"><header><h2 class="entry-title"><a href="red.html" rel="bookmark">A net at sea</a></h2></header>
      <footer class="post-info"><time class="published" datetime="2026-05-01T10:20:00+01:00">Fri 01 May</time>
      <address class="vcard author">By <a class="url fn" href="/author/ida.html">Ida Lewis</a></address></footer>
      <div class="entry-content"><p>We found it twenty metres down, and it was still catching fish after ten years.</p></div></section>
      <footer id="contentinfo"><address class="author">Pelican</address></footer></body>`,
    tells: {
      heading: 'A net at sea',
      banner: 'Night Garden',
      bylines: ['Ida Lewis'],
      times: ['2026-05-01T10:20:00+01:00'],
      paragraphs: ['We found it twenty metres down, and it was still catching fish after ten years.'],
    },
  },
  {
    generator: 'Jekyll, minima',
    html: `<header class="site-header"><a class="site-title" rel="author" href="/">Night Garden</a></header><main class="page-content"><article class="post h-entry"><header class="post-header"><h1 class="post-title p-name">Lamps</h1><p class="post-meta"><time class="dt-published" datetime="2026-05-03T08:00:00+00:00" itemprop="datePublished">May 3, 2026</time> • <span itemprop="author"><span class="p-author h-card" itemprop="name">Ida Lewis</span></span></p></header>
      <div class="post-content e-content"><p><img src="/img/lamp.jpg" alt="A lamp"></p><p>${prose}</p></div></article></main>`,
    tells: {
      times: ['2026-05-03T08:00:00+00:00'],
      bylines: ['Ida Lewis'],
      paragraphs: [prose],
      picture: { src: '/img/lamp.jpg', alt: 'A lamp' },
    },
  },
  {
    generator: 'WordPress',
    html: `<a class="skip-link screen-reader-text" href="#c">Skip to content</a><main><article class="post-1 post type-post hentry"><header class="entry-header"><h1 class="entry-title">Lamps</h1><span class="posted-on"><time class="entry-date published" datetime="2026-05-03T10:00:00+02:00">3. Mai</time></span><span class="byline"> by <span class="author vcard"><a class="url fn n" rel="author">Ida Lewis</a></span></span></header>
      <div class="entry-content"><figure class="wp-block-image"><img width="1024" height="683" src="data:image/gif;base64,R0" data-src="https://x.example/lamp.jpg" alt=""><figcaption>${more} No.</figcaption></figure><p>${prose}</p><div class="sharedaddy sd-sharing"><h3 class="sd-title">Share this:</h3></div></div></article>
      <div id="comments" class="comments-area"><article><footer><b class="fn">A reader</b><time datetime="2026-06-01">June</time></footer><p>${more} No.</p></article></div></main>`,
    tells: {
      times: ['2026-05-03T10:00:00+02:00'],
      bylines: ['Ida Lewis'],
      paragraphs: [prose],
      picture: { src: 'https://x.example/lamp.jpg', width: 1024, height: 683 },
    },
  },
  {
    generator: 'Hugo, a list of posts',
    html: `<main><h1>Posts</h1>${['01', '02'].map((day) => `<article><h2><a href="/${day}">Post ${day}</a></h2><time datetime="2026-05-${day}">x</time><img width="800" src="${day}.jpg"><a rel="author">Writer ${day}</a></article>`).join('')}</main>`,
    tells: { heading: 'Posts', times: [], bylines: [], picture: undefined, outline: ['Post 01', 'Post 02'] },
  },
  {
    generator: 'Hexo',
    html: `<div class="article-inner"><article class="article"><h1 class="p-name article-title">ランプ</h1><div class="article-entry"><p>低く吊るしたランプには蛾があまり来ない。</p></div></article></div>`,
    tells: { paragraphs: ['低く吊るしたランプには蛾があまり来ない。'] },
  },
  {
    generator: 'Astro',
    html: `<main><article><div class="hero-image"><img width="1020" height="510" src="/_astro/hero.webp" srcset="/_astro/hero.webp 1x" alt=""></div><div class="prose"><div class="title"><div class="date"><time datetime="2026-05-03T00:00:00.000Z"> May 3, 2026 </time></div><h1>Lamps</h1><hr></div><p>${prose}</p></div></article></main>`,
    tells: {
      heading: 'Lamps',
      times: ['2026-05-03T00:00:00.000Z'],
      paragraphs: [prose],
      picture: { src: '/_astro/hero.webp' },
    },
  },
  {
    generator: 'a table around everything',
    html: `<body><table width="100%"><tr><td><a href="a">Home</a> | <a href="b">Lamps</a> | <a href="c">Oil</a></td><td><h1>Lamps</h1>${prose}<br><br>${more}<br><br>© 2001 Ida Lewis and those who helped her to write it.</td></tr></table></body>`,
    tells: { heading: 'Lamps', paragraphs: [prose, more] },
  },
  {
    generator: 'Next or Gatsby, not yet rendered',
    html: '<div id="__next"></div><noscript>You need to enable JavaScript to run this app.</noscript><script src="a.js"></script>',
    tells: { heading: undefined, paragraphs: [], structure: { isShell: true } },
  },
];
