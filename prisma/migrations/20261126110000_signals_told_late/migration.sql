-- A signal that is noted while somebody casts a ballot is told by a later look: a mail that waits in the queue says when it was put there.
ALTER TABLE "vote_signal" ADD COLUMN "is_told" BOOLEAN NOT NULL DEFAULT true;
alter table vote_signal alter column is_told drop default;
