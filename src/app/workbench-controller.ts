/** Redraws a Lit element whenever the workbench or its session changes. */
import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { workbenchContext, type Workbench } from './workbench.ts';

export class WorkbenchController implements ReactiveController {
  private readonly consumer: ContextConsumer<typeof workbenchContext, ReactiveControllerHost & HTMLElement>;
  private stops: readonly (() => void)[] = [];

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    this.consumer = new ContextConsumer(host, {
      context: workbenchContext,
      callback: () => {
        this.listen();
      },
    });
    host.addController(this);
  }

  /** The workbench, once the element is connected under the shell. */
  get workbench(): Workbench | undefined {
    return this.consumer.value;
  }

  hostConnected(): void {
    this.listen();
  }

  hostDisconnected(): void {
    this.stop();
  }

  private readonly redraw = (): void => {
    this.listen(); // the session may be another one now
    this.host.requestUpdate();
  };

  private listen(): void {
    this.stop();
    const { workbench } = this;
    if (!workbench) return;
    this.stops = [
      workbench.onChange(this.redraw),
      workbench.session?.onChange(() => {
        this.host.requestUpdate();
      }) ?? (() => undefined),
    ];
    this.host.requestUpdate();
  }

  private stop(): void {
    for (const stop of this.stops) stop();
    this.stops = [];
  }
}
