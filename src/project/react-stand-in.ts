/**
 * What a project's `react` is, and that of its libraries: Preact in React's clothes, the very copy
 * that renders. Nothing need be installed, and a React that is installed is not asked.
 */
export const reactStandIns = {
  react: 'preact/compat',
  'react-dom': 'preact/compat',
  'react-dom/client': 'preact/compat/client',
  'react-dom/server': 'preact/compat/server',
  'react/jsx-runtime': 'preact/jsx-runtime',
  'react/jsx-dev-runtime': 'preact/jsx-runtime',
} as const;

export type ReactModule = keyof typeof reactStandIns;

/** One of them, loaded. */
export function loadStandIn(name: ReactModule): Promise<object> {
  switch (reactStandIns[name]) {
    case 'preact/compat':
      return import('preact/compat');
    case 'preact/compat/client':
      return import('preact/compat/client');
    case 'preact/compat/server':
      return import('preact/compat/server');
    case 'preact/jsx-runtime':
      return import('preact/jsx-runtime');
  }
}
