import Glibc

/// How many processors are online.
func activeCores() -> Int { Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
