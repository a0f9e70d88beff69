/** The process as Prosimos takes it: it knows tasks without a type only, and no sub-processes. */
import type { Source } from '../outgoing.ts';
import type { Report } from '../report.ts';

const TYPED = /^bpmn:(User|Manual|Service|Send|Receive|Script|BusinessRule)Task$/;
const READ =
  /^bpmn:(Task|StartEvent|EndEvent|IntermediateCatchEvent|(Exclusive|Inclusive|Parallel|EventBased)Gateway)$/;

/** Tasks lose their types; what is not read at all is reported. */
export function plainTasks({ model, bpmn }: Source, report: Report): string {
  const processes = new Set(model.processes.map(({ id }) => id));
  for (const node of model.nodes) {
    const local = node.type.slice(node.type.indexOf(':') + 1);
    if (TYPED.test(node.type)) report.changed('task-type', node, 'task');
    else if (!READ.test(node.type) || !processes.has(node.scope)) report.leftOut('task-type', node, local);
  }
  return bpmn
    .replace(
      /(<\/?(?:[\w.-]+:)?)(?:user|manual|service|send|receive|script|businessRule)Task\b((?:[^>"]|"[^"]*")*)/g,
      (_, tag: string, rest: string) =>
        `${tag}task${rest.replace(/\s(?:implementation|operationRef|messageRef|instantiate|scriptFormat)="[^"]*"/g, '')}`,
    )
    .replace(/\s*<(?:[\w.-]+:)?script(?:\s[^>]*)?(?:\/>|>[\s\S]*?<\/(?:[\w.-]+:)?script>)/g, '');
}
