/** Checks that data from disk or storage is a study before anybody trusts it. */
import * as v from 'valibot';
import type { Study } from './study.ts';

const Text = v.pipe(v.string(), v.maxLength(1000));
const Finite = v.pipe(v.number(), v.finite());
const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

const Decisions = v.record(Id, v.nullable(Id));

/** A step of the story; `Design` names a design: by id in the storage, by number in a file. */
const storyOf = <D extends v.BaseSchema<unknown, string | number, v.BaseIssue<unknown>>>(design: D) =>
  v.pipe(
    v.array(
      v.object({
        title: Text,
        note: v.pipe(v.string(), v.maxLength(10_000)),
        designs: v.pipe(v.array(design), v.minLength(1), v.maxLength(2)),
        scenario: v.exactOptional(Text),
        scenarioBeside: v.exactOptional(Text),
        replication: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0))),
        time: v.pipe(v.number(), v.finite(), v.minValue(0)),
        colouring: v.exactOptional(Text),
        heat: v.exactOptional(Text),
        follow: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0))),
        view: v.exactOptional(v.object({ x: Finite, y: Finite, width: Finite, height: Finite })),
      }),
    ),
    v.maxLength(200),
  );

/** Findings that were made when the file came in, as its report shows them. They quote the file, whatever it says. */
const Notes = v.array(
  v.object({
    code: v.string(),
    severity: v.picklist(['error', 'warning', 'info']),
    elementId: v.exactOptional(v.string()),
    elementName: v.exactOptional(v.string()),
    values: v.exactOptional(v.record(v.string(), v.union([v.string(), v.number()]))),
  }),
);

const StudySchema = v.object({
  id: Id,
  name: Text,
  designs: v.pipe(
    v.array(
      v.object({
        id: Id,
        name: Text,
        xml: v.string(),
        activeScenario: v.exactOptional(Text),
        notes: v.exactOptional(Notes),
      }),
    ),
    v.minLength(1),
  ),
  activeDesign: Id,
  twins: v.exactOptional(v.array(v.object({ from: Id, to: Id, decisions: Decisions }))),
  fileName: v.exactOptional(Text),
  fileOutdated: v.exactOptional(v.boolean()),
  story: v.exactOptional(storyOf(Id)),
});

/** Whether `data` is a study of this version. */
export const isStudy = (data: unknown): data is Study => v.is(StudySchema, data);

const Place = v.pipe(v.number(), v.integer(), v.minValue(0));

/** `study.json` of a `.preflight` file; `designs[].file` names an entry of the zip. */
export const ManifestSchema = v.object({
  format: v.literal('preflight-study'),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  name: Text,
  activeDesign: Place,
  designs: v.pipe(
    v.array(
      v.object({
        name: Text,
        file: Text,
        id: v.exactOptional(Id),
        activeScenario: v.exactOptional(Text),
        notes: v.exactOptional(Notes),
      }),
    ),
    v.minLength(1),
    v.maxLength(50),
  ),
  /** Which elements of two designs are the same; designs by their place. */
  twins: v.exactOptional(v.array(v.object({ from: Place, to: Place, decisions: Decisions }))),
  story: v.exactOptional(storyOf(Place)),
  /** Named versions, oldest first; `file` names an entry that is a study file itself. */
  versions: v.exactOptional(
    v.pipe(
      v.array(
        v.object({ name: Text, note: Text, reviewer: Text, at: v.pipe(v.string(), v.isoTimestamp()), file: Text }),
      ),
      v.maxLength(100),
    ),
  ),
});

export type Manifest = v.InferOutput<typeof ManifestSchema>;
