import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useViewer } from '../../app/session.js';
import { Draft, Publication } from '../../generated/operations.generated.js';
import { useQuery } from '../../hub/use-query.js';
import { Failure } from '../../parts/failure.js';
import { Loading } from '../../parts/loading.js';
import { NotFound } from '../not-found.js';
import { Editor } from './editor.js';
import { emptyForm, formOf } from './form.js';
import { Review } from './review.js';
import { Waiting } from './waiting.js';

interface ComposePageProps {
  /** The draft to go on with. */
  readonly draftId?: string | undefined;
  /** The publication to revise. */
  readonly revises?: string | undefined;
}

/** Where publications are written, revised and reviewed. */
export default function ComposePage({ draftId, revises }: ComposePageProps) {
  const { key, opened, created } = useSameEditor(draftId);
  if (revises) return <Revision key={revises} id={revises} />;
  if (opened) return <Continued key={key} id={opened} created={created} />;
  return <Fresh key={key} created={created} />;
}

/** An editor stays when its new draft gets an address, or it keeps what is written as another; another address is another editor. */
function useSameEditor(draftId: string | undefined) {
  const [, go] = useLocation();
  const own = useRef<string | undefined>(undefined);
  const [{ turn, opened }, setEditor] = useState({ turn: 0, opened: draftId });
  useEffect(() => {
    if (draftId === own.current && draftId !== undefined) return;
    own.current = undefined;
    setEditor((known) => ({ turn: known.turn + 1, opened: draftId }));
  }, [draftId]);
  const created = (id: string) => {
    own.current = id;
    go(`/compose/${id}`, { replace: true });
  };
  return { key: `${turn}`, opened, created };
}

function Fresh({ created }: { readonly created: (id: string) => void }) {
  const viewer = useViewer();
  const [form] = useState(() => emptyForm(viewer));
  return <Editor initial={form} created={created} />;
}

function Continued({ id, created }: { readonly id: string; readonly created: (id: string) => void }) {
  const { member, person } = useViewer();
  const { data, error, loading, refresh } = useQuery(Draft, { id });
  const [draft] = useFirst(data?.draft);
  const [undone, setUndone] = useState(false);
  if (error && !data) return <Failure error={error} retry={refresh} />;
  if (draft === undefined && loading) return <Loading />;
  if (!draft) return <NotFound />;
  if (draft.schedule?.state === 'WAITING' && !undone) {
    return <Waiting draftId={draft.id} at={draft.schedule.at} undone={() => setUndone(true)} />;
  }
  const reviews =
    draft.state === 'SUBMITTED' && (draft.author.id !== person.id || draft.member.id !== member.id);
  if (reviews) return <Review draft={draft} />;
  return (
    <Editor initial={formOf(draft.content)} draft={draft} revises={draft.revises?.id} created={created} />
  );
}

/** The first answer: what is typed since must not be overwritten by a later one. */
function useFirst<T>(value: T | undefined): readonly [T | undefined] {
  const [first, setFirst] = useState(value);
  useEffect(() => setFirst((known) => known ?? value), [value]);
  return [first];
}

function Revision({ id }: { readonly id: string }) {
  const { data, error, loading, refresh } = useQuery(Publication, { id });
  const [publication] = useFirst(data?.publication);
  if (error && !data) return <Failure error={error} retry={refresh} />;
  if (publication === undefined && loading) return <Loading />;
  if (!publication) return <NotFound />;
  const audience = publication.audience ?? { regions: [], memberKinds: [], groups: [], persons: [] };
  const form = formOf({ ...publication, title: publication.title ?? '', audience });
  return <Editor initial={form} revises={id} />;
}
