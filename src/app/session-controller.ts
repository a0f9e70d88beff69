/** Redraws a Lit element whenever the session changes. */
import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { sessionContext, type Session } from './session.ts';

export class SessionController implements ReactiveController {
  private readonly consumer: ContextConsumer<typeof sessionContext, ReactiveControllerHost & HTMLElement>;
  private stop: (() => void) | undefined;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    this.consumer = new ContextConsumer(host, {
      context: sessionContext,
      subscribe: true,
      callback: () => {
        this.listen();
      },
    });
    host.addController(this);
  }

  /** The session, once the element is connected under a provider. */
  get session(): Session | undefined {
    return this.consumer.value;
  }

  hostConnected(): void {
    this.listen();
  }

  hostDisconnected(): void {
    this.stop?.();
    this.stop = undefined;
  }

  private listen(): void {
    this.stop?.();
    this.stop = this.session?.onChange(() => {
      this.host.requestUpdate();
    });
    this.host.requestUpdate();
  }
}
