/** Files the system opens with the installed app. */
import { readFile } from '../study/files.ts';
import { openFiles } from './open-files.ts';
import type { Workbench } from './workbench.ts';

interface Launch {
  readonly files?: readonly FileSystemFileHandle[];
}
interface LaunchQueue {
  setConsumer(consumer: (launch: Launch) => void): void;
}

/** Opens what the app was or will be started with; nothing in browsers that cannot. */
export function takeLaunchedFiles(workbench: Workbench): void {
  if (!hasLaunchQueue(window)) return;
  window.launchQueue.setConsumer(({ files = [] }) => {
    const reading = files.map(async (handle) => readFile(Object.assign(await handle.getFile(), { handle })));
    if (reading.length > 0) void openFiles(workbench, Promise.all(reading));
  });
}

const hasLaunchQueue = (page: Window): page is Window & { readonly launchQueue: LaunchQueue } => 'launchQueue' in page;
