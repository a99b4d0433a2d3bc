import { expect, test } from "vitest";
import { ActorId, IssueId, newId, StanceId } from "../model/ids.ts";
import { type Grouping, groupings } from "./groups.ts";
import type { Recoding } from "./recode.ts";
import { canRegroup, regrouping } from "./regroup.ts";

const [water, air] = [newId(IssueId), newId(IssueId)];
const [supports, opposes] = [newId(StanceId), newId(StanceId)];
const ann = newId(ActorId);

test.each<readonly [Grouping, string, string, Recoding | null]>([
  ["issue", water, air, { kind: "issue", from: water, to: air }],
  ["issue", "", air, { kind: "add", issue: air, stance: null }],
  ["issue", water, "", null],
  ["issue", water, water, null],
  ["stance", supports, opposes, { kind: "stance", stance: opposes, issue: null, from: supports }],
  ["stance", supports, "", { kind: "stance", stance: null, issue: null, from: supports }],
  ["stance", "", opposes, { kind: "stance", stance: opposes, issue: null, from: null }],
  ["actor", "", ann, { kind: "actor", actor: ann }],
  ["actor", ann, "", { kind: "actor", actor: null }],
  ["paper", "a", "b", null],
  ["coder", "a", "b", null],
])("by %s, from “%s” to “%s”", (by, from, to, wish) => {
  expect(regrouping(by, from, to)).toEqual(wish);
});

test("claims are dragged only in groups that dragging changes", () => {
  expect(groupings.filter(canRegroup)).toEqual(["issue", "stance", "actor"]);
});
