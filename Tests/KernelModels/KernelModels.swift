// KernelModels
