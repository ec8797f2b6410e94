/** Finds a Chromium and a Firefox on this machine: whatever drives a browser asks here. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Branded Google Chrome is not among them: since version 137 it ignores `--load-extension`. */
const KNOWN = {
  chromium: {
    variable: 'CHROMIUM_PATH',
    commands: ['chromium', 'chromium-browser'],
    places: {
      darwin: [
        '/Applications/Chromium.app/Contents/MacOS/Chromium',
        '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
      ],
      win32: [join(process.env.LOCALAPPDATA ?? '', 'Chromium', 'Application', 'chrome.exe')],
    },
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    commands: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
    places: {
      darwin: [
        '/Applications/Firefox.app/Contents/MacOS/firefox',
        '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
      ],
      win32: [join(process.env.ProgramFiles ?? '', 'Mozilla Firefox', 'firefox.exe')],
    },
  },
};

/**
 * The path of the browser's program, or null. `CHROMIUM_PATH` and `FIREFOX_PATH` win over what is
 * installed in the usual places.
 */
export function findBrowser(name) {
  const { variable, commands, places } = KNOWN[name];
  if (process.env[variable]) return process.env[variable];
  const inPath = (process.env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => commands.map((command) => join(folder, command)));
  const candidates = [
    ...commands.map((command) => join('/usr/bin', command)),
    ...inPath,
    ...(places[process.platform] ?? []),
  ];
  return candidates.find(isProgram) ?? null;
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
