/** Route modules by their address, as Remix reads the names of the files (flat routes). */
export type FoundRoute<Module> = { module: Module; file: string; params: Record<string, string> };

type Pattern<Module> = { module: Module; file: string; pattern: RegExp; dynamic: number };

/** @param modules by path of the file, as `import.meta.glob` of `app/routes` gives them */
export function routesOf<Module>(
  modules: Readonly<Record<string, Module>>,
): (path: string) => FoundRoute<Module> | null {
  const routes = Object.entries(modules)
    .flatMap(([path, module]): Pattern<Module>[] => {
      const [, name = '', inFolder] = /\/routes\/([^/]+?)(\/route)?\.tsx?$/.exec(path) ?? [];
      return name === '' || (path.split('/routes/')[1]?.includes('/') === true && inFolder === undefined)
        ? []
        : [{ module, file: name, ...patternOf(name) }];
    })
    .sort((one, other) => one.dynamic - other.dynamic || other.file.length - one.file.length);
  return (path) => {
    for (const { module, file, pattern } of routes) {
      const read = pattern.exec(path);
      if (read === null) continue;
      const params = Object.fromEntries(
        Object.entries(read.groups ?? {}).flatMap(([key, value]) =>
          typeof value === 'string' ? [[key === 'splat' ? '*' : key, decodeURIComponent(value)]] : [],
        ),
      );
      return { module, file, params };
    }
    return null;
  };
}

function patternOf(name: string): { pattern: RegExp; dynamic: number } {
  const steps = (name.match(/(?:\[[^\]]*\]|[^.])+/g) ?? []).filter((step) => step !== '_index');
  const parts = steps.map((step) => {
    const optional = /^\((.*)\)$/.exec(step)?.[1];
    const text = (optional ?? step).replace(/_$/, '');
    const match = text === '$' ? '(?<splat>.*)' : text.replaceAll(/\[([^\]]*)\]|\$(\w+)|([^[$]+)/g, partOf);
    return optional === undefined ? `/${match}` : `(?:/${match})?`;
  });
  return {
    pattern: new RegExp(`^${parts.length === 0 ? '/' : parts.join('')}/?$`),
    dynamic: name.split('$').length - 1 + (steps.at(-1) === '$' ? 100 : 0),
  };
}

function partOf(
  _all: string,
  literal: string | undefined,
  parameter: string | undefined,
  plain: string | undefined,
): string {
  if (parameter !== undefined) return `(?<${parameter}>[^/]+)`;
  return (literal ?? plain ?? '').replaceAll(/[.*+?^${}()|\\]/g, '\\$&');
}
