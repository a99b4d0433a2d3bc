/** A backup at a place: the name to restore it by, when it was made (ISO instant), its size in bytes. */
type Made = Readonly<{ name: string; at: string; bytes: number }>;

/** The second place of the daily backups: its folder, and the newest backup there, null when it cannot be seen. */
export type BackupPlace = Readonly<{ folder: string; last: Made | null }>;

/** A backup at a second place: its folder, how many papers are there, and how many of their files were copied now. */
export type PlacedBackup = Made & Readonly<{ folder: string; papers: number; files: number }>;
