// CareModel
