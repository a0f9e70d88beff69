/** The copy of the app that works without a network, as the page sees it: whether it is there, and whether a newer one waits. */

export type OfflineState =
  /** This browser or address has no service worker, or it is not there yet. */
  | 'none'
  /** The app works without a network. */
  | 'ready'
  /** So it does, and a new version waits for the user's word. */
  | 'update';

/** How often an open page looks for a new version, in ms. */
const LOOK_EVERY_MS = 60 * 60 * 1000;

export class OfflineCopy {
  state: OfflineState = 'none';
  private waiting: ServiceWorker | undefined;

  constructor(private readonly changed: () => void) {}

  /** Installs the copy in the background. What goes wrong leaves a page that needs the network. */
  async start(): Promise<void> {
    if (!('serviceWorker' in navigator) || import.meta.env.MODE === 'development') return;
    try {
      const registration = await navigator.serviceWorker.register('./sw.js', { updateViaCache: 'none' });
      this.watch(registration);
      await navigator.serviceWorker.ready;
      if (this.state === 'none') this.enter('ready');
      setInterval(() => void registration.update().catch(() => undefined), LOOK_EVERY_MS);
    } catch {
      // blocked by the user, by policy, or no secure address
    }
  }

  /** Changes to the version that waits and loads the page anew; nothing without one. Save first. */
  update(): void {
    if (!this.waiting) return;
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    this.waiting.postMessage('take-over');
  }

  private watch(registration: ServiceWorkerRegistration): void {
    if (registration.waiting && navigator.serviceWorker.controller) this.found(registration.waiting);
    registration.addEventListener('updatefound', () => {
      const { installing } = registration;
      installing?.addEventListener('statechange', () => {
        // The very first copy takes its place without asking: nothing is replaced.
        if (installing.state === 'installed' && navigator.serviceWorker.controller) this.found(installing);
      });
    });
  }

  private found(waiting: ServiceWorker): void {
    this.waiting = waiting;
    this.enter('update');
  }

  private enter(state: OfflineState): void {
    this.state = state;
    this.changed();
  }
}
