/** What elements of a file are called that have no name of their own. */
import { msg } from '@lit/localize';
import { typeName } from './element-names.ts';

/** The kind of an element by its local name in the file (`sequenceFlow`); the local name itself where people have no word. */
export function kindName(localName: string): string {
  switch (localName) {
    case 'sequenceFlow':
      return msg('Sequence flow');
    case 'messageFlow':
      return msg('Message flow');
    case 'association':
      return msg('Association');
    case 'textAnnotation':
      return msg('Annotation');
    case 'group':
      return msg('Group');
    case 'dataObject':
    case 'dataObjectReference':
      return msg('Data object');
    case 'dataStore':
    case 'dataStoreReference':
      return msg('Data store');
    case 'participant':
      return msg('Pool of the diagram');
    case 'lane':
      return msg('Lane');
    case 'process':
      return msg('Process');
    case 'collaboration':
      return msg('Collaboration');
    case 'intermediateThrowEvent':
      return msg('Throwing event');
    case 'boundaryEvent':
      return msg('Boundary event');
    default:
      return flowNodeName(localName);
  }
}

function flowNodeName(localName: string): string {
  const type = `bpmn:${localName.charAt(0).toUpperCase()}${localName.slice(1)}`;
  const name = typeName({ id: '', type, name: '', scope: '', incoming: [], outgoing: [] });
  return name === type.slice(5) ? localName : name;
}
