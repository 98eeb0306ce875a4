import { wantsSmallEditor } from './choice.ts';
import type { OpenEditor } from './editor.ts';
import { readPalette } from './palette.ts';
import { openSmallEditor } from './small/small-editor.ts';
import { typeSettingOf } from './type-setting.ts';
import { loadMonaco } from './warm.ts';

/** How long Monaco may take to load before the small editor takes its place, in milliseconds. */
const patience = 8000;
const excuse = 'The full editor could not be loaded, so this is the small one. Running works as ever.';

export const openEditor: OpenEditor = async (options, lesson) => {
  if (wantsSmallEditor()) return openSmallEditor(options);
  const look = { palette: readPalette(), setting: typeSettingOf(options.parent) };
  try {
    const { openMonaco } = await withinPatience(loadMonaco());
    return openMonaco(options, lesson, look);
  } catch {
    return openSmallEditor(options, excuse);
  }
};

function withinPatience<T>(promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('timed out')), patience);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
