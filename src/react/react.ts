// The only import of React: otherwise the bundle would repeat it for each file in an app that leaves React external.
export {
  cloneElement,
  createContext,
  forwardRef,
  isValidElement,
  useContext,
  useEffect,
  useId,
  useInsertionEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  version,
} from 'react';
export { createPortal } from 'react-dom';
