// One door to React: our bundle would otherwise name it once for every file, in every app that leaves React outside.
export {
  createContext,
  forwardRef,
  useContext,
  useEffect,
  useInsertionEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
