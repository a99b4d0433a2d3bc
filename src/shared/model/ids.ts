import { v5, v7 } from "uuid";
import { z } from "zod";

/** Identifiers are UUIDs, version 7 for new records so that they sort by time of making (RFC 9562, section 5.7). */
export const LibraryId = z.uuid().brand<"LibraryId">();
export type LibraryId = z.infer<typeof LibraryId>;
/** Of a paper. */
export const PaperId = z.uuid().brand<"PaperId">();
export type PaperId = z.infer<typeof PaperId>;
/** Of an annotation, be it a claim or a note. */
export const AnnotationId = z.uuid().brand<"AnnotationId">();
export type AnnotationId = z.infer<typeof AnnotationId>;
/** Of a position on an issue. */
export const PositionId = z.uuid().brand<"PositionId">();
export type PositionId = z.infer<typeof PositionId>;
/** Of an issue. */
export const IssueId = z.uuid().brand<"IssueId">();
export type IssueId = z.infer<typeof IssueId>;
/** Of a stance; those of the default scale are the same in every library. */
export const StanceId = z.uuid().brand<"StanceId">();
export type StanceId = z.infer<typeof StanceId>;
/** Of an actor. */
export const ActorId = z.uuid().brand<"ActorId">();
export type ActorId = z.infer<typeof ActorId>;
/** Of a relation. */
export const RelationId = z.uuid().brand<"RelationId">();
export type RelationId = z.infer<typeof RelationId>;
/** Of a coder. */
export const CoderId = z.uuid().brand<"CoderId">();
export type CoderId = z.infer<typeof CoderId>;
/** Of a change. */
export const ChangeId = z.uuid().brand<"ChangeId">();
export type ChangeId = z.infer<typeof ChangeId>;

/** A fresh identifier of the kind the schema brands: `newId(IssueId)`. */
export function newId<Schema extends z.ZodType<string>>(schema: Schema): z.output<Schema> {
  return schema.parse(v7());
}

/** The namespace of `derivedId`, drawn once. */
const namespace = "6f0c1c0e-52b9-4c1b-9a1f-6d1d2c1f7a54";

/**
 * The identifier of what is known by a description: the same one for the same description, wherever it is made (version
 * 5).
 */
export function derivedId<Schema extends z.ZodType<string>>(schema: Schema, description: string): z.output<Schema> {
  return schema.parse(v5(description, namespace));
}

/** A moment as an ISO 8601 date and time in UTC, for example `2026-11-24T08:30:00.000Z`. */
export const Instant = z.iso.datetime();
export type Instant = z.infer<typeof Instant>;
