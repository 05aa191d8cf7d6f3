import { cloneElement, isValidElement, useMemo, version } from '../react/react.ts';
import type { ReactElement, Ref } from 'react';

/**
 * Replaces an element of a component: your own element, which gets the props, or a function that returns one.
 *
 * Events are merged: your handler runs first, and `preventDefault()` in it prevents what the component would do. `className`
 * and `style` are joined, and each `ref` is set. Your element must pass its props, and `ref`, on to a native element.
 */
export type Render<Props, State> = ReactElement | ((props: Props, state: State) => ReactElement);

type Props = Record<string, unknown>;

interface RenderElementProps<OwnProps, State> {
  render: Render<OwnProps, State>;
  props: OwnProps;
  state: State;
}

/** Renders the shop's element with the props of the component. */
export function RenderElement<OwnProps extends object, State>({
  render,
  props,
  state,
}: RenderElementProps<OwnProps, State>): ReactElement {
  const ownRef = (props as { ref?: Ref<never> }).ref;
  const theirRef = isValidElement(render) ? refOf(render) : undefined;
  const ref = useMemo(() => mergeRefs([ownRef, theirRef]), [ownRef, theirRef]);
  if (typeof render === 'function') return render(props, state);
  return cloneElement(render, { ...mergeProps(props as Props, render.props as Props), ref } as Props);
}

/** Returns both props: the event handlers one after the other, theirs first. */
function mergeProps(ours: Props, theirs: Props): Props {
  const merged = { ...ours, ...theirs };
  for (const name of Object.keys(theirs)) {
    const [own, their] = [ours[name], theirs[name]];
    if (their === undefined) merged[name] = own;
    else if (isHandler(name, own) && isHandler(name, their)) {
      merged[name] = (...args: unknown[]) => {
        their(...args);
        own(...args);
      };
    } else if (own && name === 'className') merged[name] = `${own as string} ${their as string}`;
    else if (own && name === 'style') merged[name] = { ...own, ...(their as object) };
  }
  return merged;
}

const isHandler = (name: string, value: unknown): value is (...args: unknown[]) => void =>
  typeof value === 'function' && /^on[A-Z]/.test(name);

// React 19 has the ref in the props, and warns where it was before.
const refOf = (element: ReactElement): Ref<never> | undefined =>
  parseInt(version) > 18 ? (element.props as { ref?: Ref<never> }).ref : (element as { ref?: Ref<never> }).ref;

/** Returns a ref that sets each of these. It returns no cleanup function, which React 18 would warn about. */
function mergeRefs(refs: (Ref<never> | undefined)[]): Ref<never> {
  let cleanups: (() => void)[] = [];
  return (element) => {
    for (const cleanUp of cleanups) cleanUp();
    cleanups = element ? refs.map((ref) => attach(ref, element)) : [];
  };
}

function attach(ref: Ref<never> | undefined, element: never): () => void {
  if (typeof ref === 'function') {
    const cleanUp = ref(element);
    return typeof cleanUp === 'function' ? cleanUp : () => void ref(null);
  }
  if (ref) ref.current = element;
  return () => {
    if (ref) ref.current = null;
  };
}
